/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "guide/mdg-presentation.h"

G_BEGIN_DECLS

/**
 * MdgPresenterSlide:
 *
 * What the group sees: the frame of a #MdgPresentation that is on screen. Signal "announce" (string)
 * with what a screen reader should say when another frame is shown.
 */
#define MDG_TYPE_PRESENTER_SLIDE (mdg_presenter_slide_get_type ())
G_DECLARE_FINAL_TYPE (MdgPresenterSlide, mdg_presenter_slide, MDG, PRESENTER_SLIDE, GtkBox)

GtkWidget *mdg_presenter_slide_new (MdgPresentation *presentation, MdgDay day, guint n_attendees);

G_END_DECLS
