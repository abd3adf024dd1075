/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-figures.h"

G_BEGIN_DECLS

/* What stands behind a figure, for every place that shows one. */
const char *mdg_provenance_get_icon_name (MdgQuality quality);
char *mdg_provenance_describe (MdgFigures *figures, const MdgObservation *observation);

G_END_DECLS
