"""What the doctor says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line of the report: what was looked at, how it is, and what to do if it is not well."""

    subject: str
    state: str
    advice: str | None = None

    @property
    def is_ok(self) -> bool:
        """Whether nothing need be done."""
        return self.advice is None

    def __str__(self) -> str:
        return f"{'ok ' if self.is_ok else 'BAD'}  {self.subject}: {self.state}" + (
            "" if self.is_ok else f" -> {self.advice}"
        )
