"""Sets the large-print handout: questions and answers in 18 point, on as many pages as it takes."""
