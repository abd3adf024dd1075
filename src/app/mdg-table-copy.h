/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "export/mdg-export-table.h"

G_BEGIN_DECLS

void mdg_table_copy (GtkWidget *parent, MdgExportTable *table);

G_END_DECLS
