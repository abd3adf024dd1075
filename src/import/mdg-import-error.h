/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MDG_IMPORT_ERROR (mdg_import_error_quark ())
GQuark mdg_import_error_quark (void);

/**
 * MdgImportError:
 * @MDG_IMPORT_ERROR_EMPTY: the file holds nothing
 * @MDG_IMPORT_ERROR_NOT_REGULAR: a folder, a device or the like
 * @MDG_IMPORT_ERROR_TOO_LARGE: more bytes, lines, or bytes in a line than any deck has
 * @MDG_IMPORT_ERROR_BINARY: not text
 * @MDG_IMPORT_ERROR_ENCRYPTED: protected by a password
 * @MDG_IMPORT_ERROR_DAMAGED: of a format that can be read, but broken
 * @MDG_IMPORT_ERROR_SCANNED: pages without text
 * @MDG_IMPORT_ERROR_NOT_SPREADSHEET: an archive or a document of another kind
 * @MDG_IMPORT_ERROR_OLD_FORMAT: a spreadsheet in a format that is not read
 * @MDG_IMPORT_ERROR_NO_TABLE: text in which nothing that is looked for was found
 * @MDG_IMPORT_ERROR_NO_MONTH: tables, but nothing that says of which month
 * @MDG_IMPORT_ERROR_INCONSISTENT: what would have been handed out breaks a law
 *
 * Why a file as a whole cannot be imported.
 */
typedef enum
{
  MDG_IMPORT_ERROR_EMPTY,
  MDG_IMPORT_ERROR_NOT_REGULAR,
  MDG_IMPORT_ERROR_TOO_LARGE,
  MDG_IMPORT_ERROR_BINARY,
  MDG_IMPORT_ERROR_ENCRYPTED,
  MDG_IMPORT_ERROR_DAMAGED,
  MDG_IMPORT_ERROR_SCANNED,
  MDG_IMPORT_ERROR_NOT_SPREADSHEET,
  MDG_IMPORT_ERROR_OLD_FORMAT,
  MDG_IMPORT_ERROR_NO_TABLE,
  MDG_IMPORT_ERROR_NO_MONTH,
  MDG_IMPORT_ERROR_INCONSISTENT,
} MdgImportError;

G_END_DECLS
