/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/mdg-save-file.h"

G_BEGIN_DECLS

void mdg_copy (GtkWidget *parent,
               const char *mime_type,
               const char *message,
               MdgSaveWork work,
               gpointer data,
               GDestroyNotify data_free);

G_END_DECLS
