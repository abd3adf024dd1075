/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/flow/mdg-not-covered-view.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"

struct _MdgNotCoveredView
{
  AdwBin parent_instance;

  MdgDay offered_day;

  AdwStatusPage *status_page;
  GtkButton *button;
};

enum
{
  DAY_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgNotCoveredView, mdg_not_covered_view, ADW_TYPE_BIN)

static void
clicked_cb (MdgNotCoveredView *self)
{
  g_signal_emit (self, signals[DAY_CHOSEN], 0, self->offered_day);
}

static void
mdg_not_covered_view_dispose (GObject *object)
{
  /* Disposing of the template would take the bound child out of the bin behind the bin's back. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MDG_TYPE_NOT_COVERED_VIEW);

  G_OBJECT_CLASS (mdg_not_covered_view_parent_class)->dispose (object);
}

static void
mdg_not_covered_view_class_init (MdgNotCoveredViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mdg_not_covered_view_dispose;

  signals[DAY_CHOSEN] = g_signal_new ("day-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/desk/flow/mdg-not-covered-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgNotCoveredView, status_page);
  gtk_widget_class_bind_template_child (widget_class, MdgNotCoveredView, button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
mdg_not_covered_view_init (MdgNotCoveredView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mdg_not_covered_view_show:
 * @self: a view
 * @pack: the guide pack
 * @today: today
 *
 * Says when @pack begins, and offers today, or its first day where a clock that was set back stands
 * before even that.
 *
 * Returns: (transfer none): what it says, to be announced
 */
const char *
mdg_not_covered_view_show (MdgNotCoveredView *self, const MdgGuidePack *pack, MdgDay today)
{
  const MdgDay first = mdg_guide_pack_get_covers_from (pack);
  g_autofree char *day = mdg_format_day (first);
  g_autofree char *description = g_strdup_printf (_ ("The guide begins on %s."), day);
  g_autofree char *first_day = g_strdup_printf (_ ("Rules of %s"), day);

  g_return_val_if_fail (MDG_IS_NOT_COVERED_VIEW (self), NULL);

  self->offered_day = MAX (first, today);
  adw_status_page_set_description (self->status_page, description);
  gtk_button_set_label (self->button, today >= first ? _ ("_Back to Today") : first_day);

  return adw_status_page_get_description (self->status_page);
}
