"""Ground floor: what the dashboard holds, and the one way into it."""
