/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/mdg-save-file.h"

G_BEGIN_DECLS

void mdg_copy_picture (GtkWidget *parent,
                       MdgSaveWork work,
                       gpointer data,
                       GDestroyNotify data_free);

G_END_DECLS
