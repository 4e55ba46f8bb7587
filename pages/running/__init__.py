"""Running: what whoever looks after the dashboard needs."""
