/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/mdg-doubt-box.h"

#include "desk/mdg-desk-util.h"

struct _MdgDoubtBox
{
  AdwBin parent_instance;

  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (MdgDoubtBox, mdg_doubt_box, ADW_TYPE_BIN)

static void
mdg_doubt_box_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MDG_TYPE_DOUBT_BOX);

  G_OBJECT_CLASS (mdg_doubt_box_parent_class)->dispose (object);
}

static void
mdg_doubt_box_class_init (MdgDoubtBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mdg_doubt_box_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/desk/mdg-doubt-box.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgDoubtBox, label);
}

static void
mdg_doubt_box_init (MdgDoubtBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mdg_desk_load_css (gtk_widget_get_display (GTK_WIDGET (self)));
}

/**
 * mdg_doubt_box_new:
 *
 * Returns: (transfer floating): a box without a doubt
 */
GtkWidget *
mdg_doubt_box_new (void)
{
  return g_object_new (MDG_TYPE_DOUBT_BOX, NULL);
}

static void
show_text (MdgDoubtBox *self, const char *text)
{
  gtk_label_set_label (self->label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
}

/**
 * mdg_doubt_box_set_doubt:
 * @self: a box
 * @doubt: a text, which may be left out
 *
 * Shows @doubt, or hides the box if it is left out.
 */
void
mdg_doubt_box_set_doubt (MdgDoubtBox *self, const MdgGuideText *doubt)
{
  g_return_if_fail (MDG_IS_DOUBT_BOX (self));

  show_text (self, mdg_guide_text_get (doubt));
}

/**
 * mdg_doubt_box_set_doubts:
 * @self: a box
 * @doubts: (element-type MdgGuideText): texts
 *
 * Shows @doubts as paragraphs, or hides the box if there are none.
 */
void
mdg_doubt_box_set_doubts (MdgDoubtBox *self, GPtrArray *doubts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_if_fail (MDG_IS_DOUBT_BOX (self));

  for (guint i = 0; i < doubts->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n\n" : "",
                            mdg_guide_text_get (g_ptr_array_index (doubts, i)));
  show_text (self, doubts->len > 0 ? text->str : NULL);
}
