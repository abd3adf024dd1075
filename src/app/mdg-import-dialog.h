/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "import/mdg-import-report.h"

G_BEGIN_DECLS

AdwDialog *mdg_import_dialog_new (const char *heading,
                                  const char *summary,
                                  const MdgImportReport *report);

G_END_DECLS
