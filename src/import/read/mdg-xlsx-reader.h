/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/read/mdg-sheet-writer.h"
#include "import/read/mdg-zip.h"

G_BEGIN_DECLS

gboolean mdg_xlsx_reader_read (const MdgZip *zip,
                               MdgSheetWriter *out,
                               MdgReadProgress progress,
                               gpointer progress_data,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
