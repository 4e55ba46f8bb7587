"""What ships for running the dashboard: proxy, unit, papers, locked packages."""
