"""What a command means: a project and a wish in, edits of the file and a sentence for each out. Pure."""
