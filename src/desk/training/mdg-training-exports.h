/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/mdg-clock.h"
#include "desk/training/mdg-trainee-list.h"
#include "guide/mdg-guide-pack.h"

G_BEGIN_DECLS

/* The buttons that put training on paper and into files. They look at the pack and the list when
 * they are pressed, and keep both. */

GtkWidget *mdg_training_exports_create_sheets_button (MdgGuidePack *pack, MdgClock *clock);
GtkWidget *mdg_training_exports_create_record_button (MdgGuidePack *pack, MdgTraineeList *list);
GtkWidget *mdg_training_exports_create_table_button (MdgTraineeList *list);
GtkWidget *mdg_training_exports_create_certificate_button (MdgGuidePack *pack,
                                                           const char *name,
                                                           const MdgRound *exam);

G_END_DECLS
