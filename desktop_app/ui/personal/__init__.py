"""What belongs to the person, in the window: stars, tags, notes, own statuses, the trash."""
