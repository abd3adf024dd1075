/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "import/read/mdg-document.h"
#include "import/mdg-import-result.h"

G_BEGIN_DECLS

gboolean mdg_tidy_import_find (const MdgDocument *document, guint *header);
MdgImportResult *mdg_tidy_import (const MdgDocument *document,
                                  guint header,
                                  const char *file_name,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
