"""The door: who is let in, what every request must carry, and what no forged message can do."""
