"""What macOS is told of the application (Info.plist)."""

from typing import Any

import product

UNIFORM_TYPE = "org.trialprotocolviewer.trial"
LIBRARY_TYPE = "org.trialprotocolviewer.triallibrary"
# Those for which it is offered, and which stay with whatever opens them.
OFFERED = {"JSON": "public.json", "XML": "public.xml", "ZIP": "public.zip-archive"}
LANGUAGES = ("en", "de", "es", "fr", "zh_CN")


def property_list(version: str) -> dict[str, Any]:
    """Return the values beyond those that PyInstaller writes by itself."""
    return {
        "CFBundleName": product.NAME,
        "CFBundleDisplayName": product.NAME,
        "CFBundleIdentifier": product.APPLICATION_ID,
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "CFBundleLocalizations": list(LANGUAGES),
        "CFBundleDocumentTypes": [
            _own_document(product.DOCUMENT, UNIFORM_TYPE),
            _own_document(product.LIBRARY_DOCUMENT, LIBRARY_TYPE),
            *map(_offered_document, OFFERED),
        ],
        "UTExportedTypeDeclarations": [_own_type(), _library_type()],
        "LSApplicationCategoryType": "public.app-category.medical",
        "LSMinimumSystemVersion": "13.0",
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": product.COPYRIGHT,
        # The dark look is the system's to choose.
        "NSRequiresAquaSystemAppearance": False,
    }


def _own_document(words: str, uniform_type: str) -> dict[str, Any]:
    return {
        "CFBundleTypeName": words,
        "CFBundleTypeRole": "Viewer",
        "LSItemContentTypes": [uniform_type],
        "LSHandlerRank": "Owner",
    }


def _offered_document(name: str) -> dict[str, Any]:
    return {
        "CFBundleTypeName": name,
        "CFBundleTypeRole": "Viewer",
        "LSItemContentTypes": [OFFERED[name]],
        "LSHandlerRank": "Alternate",
    }


def _own_type() -> dict[str, Any]:
    return {
        "UTTypeIdentifier": UNIFORM_TYPE,
        "UTTypeDescription": product.DOCUMENT,
        "UTTypeConformsTo": ["public.json"],
        "UTTypeTagSpecification": {
            "public.filename-extension": [product.SUFFIX],
            "public.mime-type": [product.MIME_TYPE],
        },
    }


def _library_type() -> dict[str, Any]:
    return {
        "UTTypeIdentifier": LIBRARY_TYPE,
        "UTTypeDescription": product.LIBRARY_DOCUMENT,
        "UTTypeConformsTo": ["public.database"],
        "UTTypeTagSpecification": {
            "public.filename-extension": [product.LIBRARY_SUFFIX],
            "public.mime-type": [product.LIBRARY_MIME_TYPE],
        },
    }
