"""Times as the screen says them: "2:05 AM", with the weekday where it is not today. Never in the machine's language."""

from datetime import date, datetime, timedelta, tzinfo

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def clock_words(moment: datetime, zone: tzinfo) -> str:
    """ "2:05 AM" in the city's time."""
    local = moment.astimezone(zone)
    return f"{local.hour % 12 or 12}:{local.minute:02d} {'AM' if local.hour < 12 else 'PM'}"


def day_words(day: date, today: date) -> str:
    """ "today", "tomorrow", "yesterday", "Tuesday, November 24"; the year when it is not this one."""
    near = {today: "today", today + timedelta(days=1): "tomorrow", today - timedelta(days=1): "yesterday"}
    if day in near:
        return near[day]
    words = f"{WEEKDAYS[day.weekday()]}, {MONTHS[day.month - 1]} {day.day}"
    return words if day.year == today.year else f"{words}, {day.year}"


def moment_words(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """ "2:05 AM" today, else "Sunday, November 22, 2:05 AM" or "tomorrow, 2:05 AM"."""
    day, today = moment.astimezone(zone).date(), now.astimezone(zone).date()
    clock = clock_words(moment, zone)
    return clock if day == today else f"{day_words(day, today)}, {clock}"


def span_words(span: timedelta) -> str:
    """How long, cut to what matters: "35 min", "2 h 10 min", "3 days"."""
    minutes = max(0, int(span / timedelta(minutes=1)))
    if minutes < 60:
        return f"{minutes} min"
    hours, rest = divmod(minutes, 60)
    if hours < 24:
        return f"{hours} h {rest} min" if rest and hours < 6 else f"{hours} h"
    days = hours // 24
    return "1 day" if days == 1 else f"{days} days"
