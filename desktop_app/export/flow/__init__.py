"""Sets sections as pieces that flow over as many pages as they take."""
