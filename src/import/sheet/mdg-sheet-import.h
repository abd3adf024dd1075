/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mdg-import.h"

G_BEGIN_DECLS

MdgImportResult *mdg_sheet_import (const MdgDocument *document,
                                   const char *file_name,
                                   const MdgImportOptions *options,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
