"""What a project file was at an earlier time, and what has changed in its meaning since."""
