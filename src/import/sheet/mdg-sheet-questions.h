/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/sheet/mdg-sheet-values.h"

G_BEGIN_DECLS

void mdg_sheet_questions_settle (MdgSheetValues *values,
                                 const char *file_name,
                                 GHashTable *answers,
                                 GPtrArray *questions);

G_END_DECLS
