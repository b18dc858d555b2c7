"""The script from which Inno Setup 6 makes the installer.

It installs for one person, without an administrator. Its own file type it takes; for JSON, XML and
ZIP files it is offered under "Open with" and never the default. The library is not among the files
that it knows, so it stays when the application is removed, and the last page says where it is.
"""

import shutil
import subprocess
from pathlib import Path

import product
from freezing.bundle import Bundle
from virtual_environment import SetUpError

# Inno Setup knows an application by it: it must never change.
APPLICATION_GUID = "{C75C0F2C-55FB-545C-B5E8-275EE0A185DF}"
PROGRAM_ID = "TrialProtocolViewer.trial"
LIBRARY_ID = "TrialProtocolViewer.triallibrary"
OFFERED = (".json", ".xml", ".zip")
# Held by the application while a window is open: files in use are not replaced.
MUTEX = "TrialProtocolViewer"
PROGRAM = f"{product.COMMAND}.exe"
LANGUAGES = {
    "en": "compiler:Default.isl",
    "de": "compiler:Languages\\German.isl",
    "es": "compiler:Languages\\Spanish.isl",
    "fr": "compiler:Languages\\French.isl",
}
LIBRARY_STAYS = {
    "en": "The application was removed. Your library stays: %1",
    "de": "Das Programm wurde entfernt. Ihre Bibliothek bleibt: %1",
    "es": "La aplicación se ha eliminado. Su biblioteca se conserva: %1",
    "fr": "L’application a été supprimée. Votre bibliothèque reste : %1",
}
_LIBRARY = r"{localappdata}\TrialProtocolViewer\library"


def script(version: str, bundle: Path, target: Path, icon: Path, licence: Path) -> str:
    """Return the script; each path is written as this system writes it."""
    return "\n".join(
        [
            *_section("Setup", _setup(version, target, icon, licence)),
            *_section("Languages", _languages()),
            *_section("CustomMessages", _messages()),
            *_section("Files", _files(bundle)),
            *_section("Icons", _icons()),
            *_section("Registry", _registry()),
            *_section("Run", _run()),
            "[Code]",
            _CODE,
        ]
    )


def make_installer(
    target: Path, checkout: Path, bundle: Bundle, version: str, compiler: str = "ISCC.exe"
) -> Path:
    """Write the installer into a folder and return its path."""
    if shutil.which(compiler) is None:
        raise SetUpError("Inno Setup 6 is needed: put the folder of ISCC.exe on the path.")
    icon = checkout / "build" / "application.ico"
    file = checkout / "build" / f"{product.COMMAND}.iss"
    text = script(version, bundle.folder, target, icon, checkout / "LICENSE")
    # Inno Setup reads a script without a mark at its beginning in the code page of the system.
    file.write_text(text, encoding="utf-8-sig")
    if subprocess.run([compiler, "/Qp", str(file)], check=False).returncode != 0:
        raise SetUpError(f"Inno Setup refused {file}; see what it said above.")
    return target / f"{base_name(version)}.exe"


def base_name(version: str) -> str:
    """Return the name of the installer, without its suffix."""
    return f"{product.COMMAND}-{version}-windows-x64"


def _section(name: str, lines: list[str]) -> list[str]:
    return [f"[{name}]", *lines, ""]


def _setup(version: str, target: Path, icon: Path, licence: Path) -> list[str]:
    values = {
        # A brace that opens is doubled, for it begins a constant otherwise.
        "AppId": "{" + APPLICATION_GUID,
        "AppName": product.NAME,
        "AppVersion": version,
        "AppPublisher": product.MAKERS,
        "AppMutex": MUTEX,
        "DefaultDirName": rf"{{autopf}}\{product.NAME}",
        "DefaultGroupName": product.NAME,
        "DisableProgramGroupPage": "yes",
        "PrivilegesRequired": "lowest",
        "PrivilegesRequiredOverridesAllowed": "dialog",
        "ArchitecturesAllowed": "x64compatible",
        "ArchitecturesInstallIn64BitMode": "x64compatible",
        "MinVersion": "10.0.17763",
        "ChangesAssociations": "yes",
        "CloseApplications": "yes",
        "RestartApplications": "no",
        "LicenseFile": str(licence),
        "SetupIconFile": str(icon),
        "UninstallDisplayIcon": rf"{{app}}\{PROGRAM}",
        "OutputDir": str(target),
        "OutputBaseFilename": base_name(version),
        "Compression": "lzma2/max",
        "SolidCompression": "yes",
        "WizardStyle": "modern",
    }
    return [f"{key}={value}" for key, value in values.items()]


def _languages() -> list[str]:
    return [f'Name: "{code}"; MessagesFile: "{file}"' for code, file in LANGUAGES.items()]


def _messages() -> list[str]:
    return [f"{code}.LibraryStays={words}" for code, words in LIBRARY_STAYS.items()]


def _files(bundle: Path) -> list[str]:
    flags = "ignoreversion recursesubdirs createallsubdirs"
    return [rf'Source: "{bundle}\*"; DestDir: "{{app}}"; Flags: {flags}']


def _icons() -> list[str]:
    target = rf'Filename: "{{app}}\{PROGRAM}"; AppUserModelID: "{product.APPLICATION_ID}"'
    return [rf'Name: "{{autoprograms}}\{product.NAME}"; {target}']


def _registry() -> list[str]:
    """Return the entries below Classes; each goes when the application does."""
    opened = rf'"""{{app}}\{PROGRAM}"" ""%1"""'
    program = rf"Applications\{PROGRAM}"
    kinds = (
        (PROGRAM_ID, product.SUFFIX, product.MIME_TYPE, product.DOCUMENT),
        (
            LIBRARY_ID,
            product.LIBRARY_SUFFIX,
            product.LIBRARY_MIME_TYPE,
            product.LIBRARY_DOCUMENT,
        ),
    )
    own = [
        entry
        for key, suffix, mime, words in kinds
        for entry in (
            _value(rf".{suffix}\OpenWithProgids", key, '""', "uninsdeletevalue"),
            _value(f".{suffix}", "Content Type", f'"{mime}"', ""),
            _value(key, "", f'"{words}"', "uninsdeletekey"),
            _value(rf"{key}\DefaultIcon", "", rf'"{{app}}\{PROGRAM},0"', ""),
            _value(rf"{key}\shell\open\command", "", opened, ""),
        )
    ]
    entries = [
        *own,
        _value(program, "FriendlyAppName", f'"{product.NAME}"', "uninsdeletekey"),
        _value(rf"{program}\shell\open\command", "", opened, ""),
    ]
    suffixes = (f".{product.SUFFIX}", f".{product.LIBRARY_SUFFIX}", *OFFERED)
    return entries + [_value(rf"{program}\SupportedTypes", one, '""', "") for one in suffixes]


def _value(key: str, name: str, data: str, flags: str) -> str:
    # HKA: of this person, or of all where an administrator installs for all.
    entry = rf'Root: HKA; Subkey: "Software\Classes\{key}"; ValueType: string'
    entry += f'; ValueName: "{name}"; ValueData: {data}'
    return f"{entry}; Flags: {flags}" if flags else entry


def _run() -> list[str]:
    flags = "nowait postinstall skipifsilent"
    return [
        rf'Filename: "{{app}}\{PROGRAM}"; Description: "{{cm:LaunchProgram,{product.NAME}}}"; '
        f"Flags: {flags}"
    ]


_CODE = f"""\
procedure CurUninstallStepChanged(Step: TUninstallStep);
begin
  if (Step = usPostUninstall) and DirExists(ExpandConstant('{_LIBRARY}')) then
    SuppressibleMsgBox(FmtMessage(CustomMessage('LibraryStays'), [ExpandConstant('{_LIBRARY}')]),
      mbInformation, MB_OK, IDOK);
end;
"""
