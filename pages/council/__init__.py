"""The four questions a council asks of its co-production, a page each, and the overview."""
