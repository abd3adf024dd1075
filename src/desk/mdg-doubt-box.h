/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "guide/mdg-guide-types.h"

G_BEGIN_DECLS

/**
 * MdgDoubtBox:
 *
 * What is uncertain about a sentence of the guide, where it cannot be overlooked. Hidden if there
 * is no doubt.
 */
#define MDG_TYPE_DOUBT_BOX (mdg_doubt_box_get_type ())
G_DECLARE_FINAL_TYPE (MdgDoubtBox, mdg_doubt_box, MDG, DOUBT_BOX, AdwBin)

GtkWidget *mdg_doubt_box_new (void);
void mdg_doubt_box_set_doubt (MdgDoubtBox *self, const MdgGuideText *doubt);

void mdg_doubt_box_set_doubts (MdgDoubtBox *self, GPtrArray *doubts);

G_END_DECLS
