"""The entry by which a desktop lists the application and opens files with it.

It claims the application's own types alone. To list JSON, XML or ZIP as well would take them: where
no other program names such a type itself, as no text editor names JSON, the one that does is the
default for it, before those that open any text (measured with GLib 2.74). File managers offer every
program that takes files under "Open With", and so this one, too.
"""

import product


def desktop_entry() -> str:
    """Return the text of the file ``APPLICATION_ID.desktop``."""
    lines = {
        "Type": "Application",
        "Version": "1.4",
        "Name": product.NAME,
        "GenericName": "Clinical Trial Records",
        **{f"GenericName[{code}]": words for code, words in GENERIC_NAMES.items()},
        "Comment": product.SUMMARY,
        **{f"Comment[{code}]": words for code, words in COMMENTS.items()},
        "Exec": f"{product.COMMAND} %F",
        "TryExec": product.COMMAND,
        "Icon": product.APPLICATION_ID,
        "Terminal": "false",
        "StartupNotify": "true",
        # Under X11 windows bear this class; under Wayland they bear the name of the entry.
        "StartupWMClass": "TrialProtocolViewer",
        "X-GNOME-SingleWindow": "true",
        "Categories": "Science;MedicalSoftware;",
        "Keywords": "clinical;trial;study;protocol;registry;NCT;record;",
        "MimeType": f"{product.MIME_TYPE};{product.LIBRARY_MIME_TYPE};",
    }
    return "[Desktop Entry]\n" + "".join(f"{key}={value}\n" for key, value in lines.items())


GENERIC_NAMES = {
    "de": "Registereinträge klinischer Studien",
    "es": "Registros de ensayos clínicos",
    "fr": "Fiches d’essais cliniques",
    "zh_CN": "临床试验记录",
}
COMMENTS = {
    "de": "Registereinträge klinischer Studien ohne Netz lesen",
    "es": "Lea sin conexión los registros de ensayos clínicos",
    "fr": "Lire hors ligne les fiches des registres d’essais cliniques",
    "zh_CN": "离线阅读临床试验注册记录",
}
