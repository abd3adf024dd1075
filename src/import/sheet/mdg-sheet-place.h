/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-area.h"
#include "import/read/mdg-document.h"
#include "import/mdg-import-message.h"

G_BEGIN_DECLS

char *mdg_sheet_place_format (const MdgDocument *document, guint page, guint row, guint column);
MdgImportMessage *mdg_sheet_place_message (MdgMessageCode code,
                                           const MdgDocument *document,
                                           const MdgLine *line,
                                           guint column,
                                           const char *text);

G_END_DECLS
