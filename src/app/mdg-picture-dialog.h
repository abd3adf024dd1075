/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "export/mdg-export-picture.h"

G_BEGIN_DECLS

/**
 * MdgPictureDialog:
 *
 * Asks as what a picture is saved, and how large. The last choice is kept.
 *
 * Signal "chosen": somebody chose; the dialog is about to close.
 */
#define MDG_TYPE_PICTURE_DIALOG (mdg_picture_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MdgPictureDialog, mdg_picture_dialog, MDG, PICTURE_DIALOG, AdwDialog)

MdgPictureDialog *mdg_picture_dialog_new (GtkWidget *parent, GSettings *settings);
void mdg_picture_dialog_set_subjects (MdgPictureDialog *self,
                                      const char *const *subjects,
                                      const char *all);
int mdg_picture_dialog_get_subject (MdgPictureDialog *self);
MdgExportFormat mdg_picture_dialog_get_format (MdgPictureDialog *self);
MdgExportSize mdg_picture_dialog_get_size (MdgPictureDialog *self);
GtkWidget *mdg_picture_dialog_get_parent (MdgPictureDialog *self);

G_END_DECLS
