/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-edition.h"
#include "import/mdg-import-message.h"

G_BEGIN_DECLS

gboolean mdg_laws_rate_holds (const MdgObservation *rate,
                              const MdgObservation *part,
                              const MdgObservation *whole,
                              MdgDecimal *computed);
gboolean mdg_laws_change_holds (MdgDecimal rate,
                                MdgDecimal change,
                                MdgDecimal before,
                                MdgDecimal *expected);
MdgImportMessage *mdg_laws_describe_change (MdgArea area,
                                            MdgDecimal change,
                                            MdgDecimal expected,
                                            MdgDecimal before);
GPtrArray *mdg_laws_check (const MdgBatch *batch);

G_END_DECLS
