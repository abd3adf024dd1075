/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mdg-import-output.h"

G_BEGIN_DECLS

void mdg_reconcile (MdgImportOutput *output);

G_END_DECLS
