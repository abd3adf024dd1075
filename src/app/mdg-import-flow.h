/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mdg-application.h"

G_BEGIN_DECLS

/*
 * From files, folders or a pasted text to stored figures: everything goes through the one dialog
 * that shows it before anything is stored, and ends in a toast that can take it all back.
 */
void mdg_import_flow_choose (GtkWindow *window, MdgApplication *application);
void mdg_import_flow_paste (GtkWindow *window, MdgApplication *application);
void mdg_import_flow_start (GtkWindow *window, MdgApplication *application, GPtrArray *files);

G_END_DECLS
