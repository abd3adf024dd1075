/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-observation.h"

G_BEGIN_DECLS

void mdg_derive (const MdgObservation *const *shown, guint n_shown, GArray *out);

G_END_DECLS
