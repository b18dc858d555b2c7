"""From a study to what a person sees, without saying how it is drawn."""
