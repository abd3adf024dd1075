/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/training/mdg-presenter-slide.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "desk/mdg-desk-util.h"
#include "desk/mdg-doubt-box.h"
#include "desk/training/mdg-presenter-choice.h"
#include "desk/training/mdg-presenter-columns.h"
#include "guide/mdg-guide-words.h"

struct _MdgPresenterSlide
{
  GtkBox parent_instance;

  MdgPresentation *presentation;
  MdgDay day;
  guint n_attendees;

  /* The frame that was built; only its votes change. */
  guint scenario;
  guint frame;
  gboolean is_built;
  GPtrArray *choices; /* (element-type MdgPresenterChoice): owned by the slide */
  GtkWidget *total_label;
  GString *spoken;
};

enum
{
  ANNOUNCE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgPresenterSlide, mdg_presenter_slide, GTK_TYPE_BOX)

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
speak (MdgPresenterSlide *self, const char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (self->spoken, "%s%s", self->spoken->len > 0 ? ". " : "", text);
}

static void
add (MdgPresenterSlide *self, GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (self), widget);
}

static void
add_heading (MdgPresenterSlide *self, const char *text)
{
  GtkWidget *label =
    g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", text,
                  "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, "presenter-heading");
  add (self, label);
  speak (self, text);
}

static void
add_paragraph (MdgPresenterSlide *self, const char *text, const char *css_class)
{
  if (text == NULL || *text == '\0')
    return;

  add (self, new_label (text, css_class));
  speak (self, text);
}

/* A word in small, and what there is to say about it in large. */
static void
add_fact (MdgPresenterSlide *self,
          GtkWidget *box,
          const char *name,
          const MdgGuideText *text,
          const char *css_class)
{
  const char *value = mdg_guide_text_get (text);
  GtkWidget *fact;

  if (value == NULL || *value == '\0')
    return;

  fact = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (fact), new_label (name, "presenter-name"));
  gtk_box_append (GTK_BOX (fact), new_label (value, css_class));
  gtk_box_append (GTK_BOX (box), fact);
  speak (self, name);
  speak (self, value);
}

static void
add_doubt (MdgPresenterSlide *self, const MdgGuideBasis *basis)
{
  GtkWidget *box;

  if (basis == NULL || mdg_guide_text_get (&basis->doubt) == NULL)
    return;

  box = mdg_doubt_box_new ();
  mdg_doubt_box_set_doubt (MDG_DOUBT_BOX (box), &basis->doubt);
  add (self, box);
  speak (self, mdg_guide_text_get (&basis->doubt));
}

/* Where we are: it stands above every frame of a scenario. */
static void
add_place (MdgPresenterSlide *self)
{
  MdgPresentation *presentation = self->presentation;
  MdgFrameKind kind = mdg_presentation_get_frame_kind (presentation);
  g_autofree char *scenario =
    g_strdup_printf (_ ("Scenario %u of %u"), mdg_presentation_get_scenario (presentation) + 1,
                     mdg_presentation_get_n_scenarios (presentation));
  g_autofree char *question = NULL;
  g_autofree char *place = NULL;

  if (kind == MDG_FRAME_QUESTION || kind == MDG_FRAME_ANSWER)
    question =
      g_strdup_printf (_ ("Question %u of %u"), mdg_presentation_get_step (presentation) + 1,
                       mdg_presentation_get_n_steps (presentation));
  place = question != NULL ? g_strdup_printf ("%s · %s", scenario, question)
                           : g_steal_pointer (&scenario);
  add (self, new_label (place, "presenter-place"));
  speak (self, place);
}

static void
build_details (MdgPresenterSlide *self)
{
  const MdgDrill *drill = mdg_presentation_get_drill (self->presentation);
  GtkWidget *facts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);

  add_place (self);
  add_heading (self, _ ("Who is at the desk?"));
  add_fact (self, facts, _ ("Age"), &drill->age, "presenter-fact");
  add_fact (self, facts, _ ("Visit"), &drill->visit, "presenter-fact");
  add_fact (self, facts, _ ("Brought"), &drill->brought, "presenter-fact");
  add_fact (self, facts, _ ("The reader shows"), &drill->shows, "presenter-fact");
  add (self, facts);
}

static void
vote_cb (MdgPresenterSlide *self, int change, GtkWidget *choice)
{
  guint index;

  if (g_ptr_array_find (self->choices, choice, &index))
    mdg_presentation_vote (self->presentation, index, change);
}

static void
add_choices (MdgPresenterSlide *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_layout_manager (box, mdg_presenter_columns_new ());
  for (guint i = 0; i < mdg_presentation_get_n_choices (self->presentation); i++)
    {
      GtkWidget *choice =
        mdg_presenter_choice_new (i + 1, mdg_presentation_get_choice (self->presentation, i));

      gtk_box_append (GTK_BOX (box), choice);
      g_ptr_array_add (self->choices, choice);
      g_signal_connect_object (choice, "vote", G_CALLBACK (vote_cb), self, G_CONNECT_SWAPPED);
    }
  add (self, box);
}

static void
build_question (MdgPresenterSlide *self)
{
  const MdgNode *question = mdg_presentation_get_question (self->presentation);

  add_place (self);
  add (self, new_label (mdg_presentation_get_title (self->presentation), "presenter-recap"));
  add_heading (self, mdg_presentation_get_question_text (self->presentation));
  if (question != NULL)
    add_paragraph (self, mdg_guide_text_get (&question->help), "presenter-help");
  add_choices (self);
  for (guint i = 0; i < self->choices->len; i++)
    {
      const MdgDrillOption *option = mdg_presentation_get_choice (self->presentation, i);
      g_autofree char *text = g_strdup_printf ("%u: %s", i + 1, mdg_guide_text_get (option->text));

      speak (self, text);
    }
  self->total_label = new_label ("", "presenter-total");
  add (self, self->total_label);
}

static const char *
get_verdict_text (MdgPresenterSlide *self)
{
  g_autoptr (MdgSessionStep) step = mdg_presentation_dup_step (
    self->presentation, mdg_presentation_get_scenario (self->presentation),
    mdg_presentation_get_step (self->presentation));

  switch (mdg_session_step_get_verdict (step))
    {
    case MDG_VERDICT_RIGHT:
      return _ ("The right answer has the most votes");
    case MDG_VERDICT_WRONG:
      return _ ("Another answer has the most votes");
    case MDG_VERDICT_TIED:
      return _ ("The right answer and another have equally many votes");
    case MDG_VERDICT_NONE:
    default:
      return NULL;
    }
}

static void
build_answer (MdgPresenterSlide *self)
{
  add_place (self);
  add (self, new_label (mdg_presentation_get_title (self->presentation), "presenter-recap"));
  add_heading (self, mdg_presentation_get_question_text (self->presentation));
  add_choices (self);
  for (guint i = 0; i < self->choices->len; i++)
    {
      gboolean is_right = mdg_presentation_is_right (self->presentation, i);

      mdg_presenter_choice_reveal (g_ptr_array_index (self->choices, i), is_right);
      if (is_right)
        {
          const MdgDrillOption *option = mdg_presentation_get_choice (self->presentation, i);

          speak (self, _ ("Right answer"));
          speak (self, mdg_guide_text_get (option->text));
        }
    }
  self->total_label = new_label ("", "presenter-total");
  add (self, self->total_label);
  speak (self, get_verdict_text (self));
  add_doubt (self, mdg_presentation_get_basis (self->presentation));
}

static void
build_outcome (MdgPresenterSlide *self)
{
  const MdgNode *outcome = mdg_presentation_get_outcome (self->presentation);
  GtkWidget *facts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  add_place (self);
  add_heading (self, mdg_guide_text_get (&outcome->text));
  add_fact (self, facts, _ ("Say to the patient"), &outcome->say, "presenter-say");
  add_fact (self, facts, _ ("Charge"), &outcome->charge, "presenter-text");
  add_fact (self, facts, _ ("Claim"), &outcome->claim, "presenter-text");
  add (self, facts);
  add_doubt (self, &outcome->basis);
}

static void
build_why (MdgPresenterSlide *self)
{
  const MdgDrill *drill = mdg_presentation_get_drill (self->presentation);
  g_autofree char *validity = mdg_desk_format_validity (&drill->basis);

  add_place (self);
  add_heading (self, _ ("Why?"));
  add_paragraph (self, mdg_guide_text_get (&drill->why), "presenter-fact");
  add_doubt (self, &drill->basis);
  add (self, new_label (_ ("Sources"), "presenter-name"));
  for (guint i = 0; i < drill->basis.sources->len; i++)
    {
      const MdgGuideSource *source = g_ptr_array_index (drill->basis.sources, i);
      g_autofree char *line = mdg_guide_format_source (source);
      g_autofree char *text = g_strdup_printf ("%s\n%s", mdg_guide_text_get (&source->title), line);

      add_paragraph (self, text, "presenter-source");
    }
  add_paragraph (self, validity, "presenter-source");
}

static void
build_missing (MdgPresenterSlide *self)
{
  g_autofree char *day = mdg_format_day (self->day);
  /* Translators: the placeholder is a day. */
  g_autofree char *text = g_strdup_printf (
    _ ("By the rules of %s this scenario cannot be shown. Go on to the next one."), day);

  add_place (self);
  add_heading (self, mdg_presentation_get_title (self->presentation));
  add_paragraph (self, text, "presenter-text");
}

static void
build_end (MdgPresenterSlide *self)
{
  guint n_scenarios = mdg_presentation_get_n_scenarios (self->presentation);
  guint n_right;
  guint n_asked;
  g_autofree char *scenarios =
    g_strdup_printf (g_dngettext (NULL, "%u scenario", "%u scenarios", n_scenarios), n_scenarios);
  g_autofree char *result = NULL;

  mdg_presentation_count_verdicts (self->presentation, &n_right, &n_asked);
  add_heading (self, _ ("The End"));
  add_paragraph (self, scenarios, "presenter-fact");
  if (n_asked > 0)
    {
      result =
        g_strdup_printf (g_dngettext (NULL, "Most of the group was right on %u of %u question",
                                      "Most of the group was right on %u of %u questions", n_asked),
                         n_right, n_asked);
      add_paragraph (self, result, "presenter-fact");
    }
  add_paragraph (self, _ ("Press Escape to leave."), "presenter-text");
}

static void
build (MdgPresenterSlide *self)
{
  static void (*const builders[]) (MdgPresenterSlide *self) = {
    [MDG_FRAME_DETAILS] = build_details, [MDG_FRAME_QUESTION] = build_question,
    [MDG_FRAME_ANSWER] = build_answer,   [MDG_FRAME_OUTCOME] = build_outcome,
    [MDG_FRAME_WHY] = build_why,         [MDG_FRAME_MISSING] = build_missing,
    [MDG_FRAME_END] = build_end,
  };

  g_ptr_array_set_size (self->choices, 0);
  self->total_label = NULL;
  g_string_truncate (self->spoken, 0);
  mdg_desk_remove_children (GTK_WIDGET (self));
  builders[mdg_presentation_get_frame_kind (self->presentation)](self);
}

static void
show_votes (MdgPresenterSlide *self)
{
  guint n_votes = mdg_presentation_count_votes (self->presentation);
  const char *verdict = NULL;
  g_autofree char *total = NULL;
  g_autofree char *line = NULL;

  for (guint i = 0; i < self->choices->len; i++)
    mdg_presenter_choice_set_votes (g_ptr_array_index (self->choices, i),
                                    mdg_presentation_get_votes (self->presentation, i), n_votes);
  if (self->total_label == NULL)
    return;

  if (self->n_attendees == 0)
    total = g_strdup_printf (g_dngettext (NULL, "%u vote", "%u votes", n_votes), n_votes);
  else if (n_votes > self->n_attendees)
    total = g_strdup_printf (_ ("%u votes, but only %u take part"), n_votes, self->n_attendees);
  else
    total = g_strdup_printf (_ ("%u of %u have voted"), n_votes, self->n_attendees);
  if (mdg_presentation_get_frame_kind (self->presentation) == MDG_FRAME_ANSWER)
    verdict = get_verdict_text (self);
  line = g_strjoin (" · ", total, verdict, NULL);
  gtk_label_set_label (GTK_LABEL (self->total_label), line);
}

static void
changed_cb (MdgPresenterSlide *self)
{
  guint scenario = mdg_presentation_get_scenario (self->presentation);
  guint frame = mdg_presentation_get_frame (self->presentation);
  gboolean is_new = !self->is_built || scenario != self->scenario || frame != self->frame;

  if (is_new)
    {
      self->scenario = scenario;
      self->frame = frame;
      self->is_built = TRUE;
      build (self);
    }
  show_votes (self);
  if (is_new)
    g_signal_emit (self, signals[ANNOUNCE], 0, self->spoken->str);
}

static void
mdg_presenter_slide_finalize (GObject *object)
{
  MdgPresenterSlide *self = MDG_PRESENTER_SLIDE (object);

  g_clear_object (&self->presentation);
  g_ptr_array_unref (self->choices);
  g_string_free (self->spoken, TRUE);

  G_OBJECT_CLASS (mdg_presenter_slide_parent_class)->finalize (object);
}

static void
mdg_presenter_slide_class_init (MdgPresenterSlideClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mdg_presenter_slide_finalize;

  /**
   * MdgPresenterSlide::announce:
   * @self: the slide
   * @text: what is on it
   *
   * Another frame is shown.
   */
  signals[ANNOUNCE] = g_signal_new ("announce", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mdg_presenter_slide_init (MdgPresenterSlide *self)
{
  self->choices = g_ptr_array_new ();
  self->spoken = g_string_new (NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "presenter-slide");
}

/**
 * mdg_presenter_slide_new:
 * @presentation: what is presented
 * @day: the day of the session
 * @n_attendees: how many take part; 0 if that is not known
 *
 * Returns: (transfer floating): a slide that follows @presentation
 */
GtkWidget *
mdg_presenter_slide_new (MdgPresentation *presentation, MdgDay day, guint n_attendees)
{
  MdgPresenterSlide *self = g_object_new (MDG_TYPE_PRESENTER_SLIDE, NULL);

  self->presentation = g_object_ref (presentation);
  self->day = day;
  self->n_attendees = n_attendees;
  g_signal_connect_object (presentation, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  changed_cb (self);

  return GTK_WIDGET (self);
}
