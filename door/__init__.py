"""The door: what stands before the pages. Who may knock, what each answer carries, and health."""

from door.beside import alongside, outside_a_page
from door.frame import Frame
from door.gate import Gate
from door.health import health
from door.start import refusal, settle

__all__ = ["Frame", "Gate", "alongside", "health", "outside_a_page", "refusal", "settle"]
