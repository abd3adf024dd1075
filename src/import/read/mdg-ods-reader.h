/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/read/mdg-sheet-writer.h"
#include "import/read/mdg-zip.h"

G_BEGIN_DECLS

#define MDG_ODS_CONTENT "content.xml"

gboolean mdg_ods_reader_read (const MdgZip *zip,
                              MdgSheetWriter *out,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
