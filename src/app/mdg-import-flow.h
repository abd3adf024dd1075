/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mdg-application.h"

G_BEGIN_DECLS

/*
 * From a file to stored figures: read and checked in a worker, stored in one transaction, and told
 * in a toast with an undo, or in a dialog where something was refused.
 */
void mdg_import_flow_choose (GtkWindow *window, MdgApplication *application);
void mdg_import_flow_start (GtkWindow *window, MdgApplication *application, GFile *file);

G_END_DECLS
