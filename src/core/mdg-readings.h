/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-figures.h"

G_BEGIN_DECLS

/* What all editions say of one figure. */
const MdgObservation *mdg_readings_find (MdgFigures *figures,
                                         const MdgObservation *observation,
                                         guint *n);

G_END_DECLS
