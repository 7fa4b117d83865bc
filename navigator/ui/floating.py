"""What floats over the window: dialogs, menus, tool tips, other windows; all go when the station locks (P-03)."""

from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget


def close_floating(window: QWidget) -> None:
    """Closes everything on the screen but `window`; a dialog counts as cancelled."""
    QToolTip.hideText()
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.hide()
    for widget in QApplication.topLevelWidgets():
        if widget is not window and widget.isVisible():
            _close(widget)


def _close(widget: QWidget) -> None:
    if isinstance(widget, QDialog):
        widget.reject()
    if not widget.close():
        widget.hide()
