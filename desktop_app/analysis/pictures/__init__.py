"""Pictures of a study as shapes: laid out here, drawn alike on screen, on paper and as SVG."""
