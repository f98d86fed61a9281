namespace OrderToCash.Banking;

/// <summary>
/// Field 86 as a text with labels in it: <c>SEPA OVERBOEKING IBAN: NL.. BIC: .. NAAM: .. OMSCHRIJVING: .. KENMERK: ..</c> (Dutch
/// banks), <c>Z RACH.: ..; OD: ..; TYT.: ..; TNR: ..</c> (Polish ones).
/// </summary>
internal static class LabelledDetails
{
    private enum Part
    {
        Nothing,
        Account,
        Name,
        Text,
        EndToEnd,
        Bank,
        Mandate,
        Claim,
    }

    private static readonly (string Label, Part Part)[] Labels =
    [
        ("IBAN:", Part.Account), ("REK:", Part.Account), ("Z RACH.:", Part.Account), ("NA RACH.:", Part.Account),
        ("NAAM:", Part.Name), ("OD:", Part.Name), ("DLA:", Part.Name),
        ("OMSCHRIJVING:", Part.Text), ("TYT.:", Part.Text),
        ("KENMERK:", Part.EndToEnd), ("MACHTIGING:", Part.Mandate),
        ("BETALINGSKENM.:", Part.Claim), ("ID IPH:", Part.Claim),
        ("BIC:", Part.Bank), ("INCASSANT:", Part.Nothing), ("ID DEBITEUR:", Part.Nothing), ("TNR:", Part.Nothing),
    ];

    /// <summary>Null when the text has no account and no second label: words with a colon are in any text.</summary>
    public static Mt940Details? TryRead(string text)
    {
        var marks = MarksOf(text);
        if (marks.Count < 2 || !marks.Exists(m => m.Part == Part.Account)) return null;
        string Value(Part part)
        {
            var i = marks.FindIndex(m => m.Part == part);
            if (i < 0) return "";
            var end = i + 1 < marks.Count ? marks[i + 1].At : text.Length;
            return Tagged.Tidy(text[marks[i].End..end]).Trim(' ', ';', '/');
        }
        var head = Tagged.Tidy(text[..marks[0].At]).Trim(' ', ';');
        var claim = SwiftText.Reference(Value(Part.Claim)).Replace(" ", "", StringComparison.Ordinal);
        var purpose = Value(Part.Text);
        return new()
        {
            // Where no label says what it is for, the words in front of the labels do, or any of them.
            Text = purpose.Length > 0 ? purpose : claim.Length > 0 ? "" : head.Length > 0 ? head : text,
            BankText = head,
            CounterpartyAccount = Value(Part.Account).Replace(" ", "", StringComparison.Ordinal),
            CounterpartyName = Value(Part.Name),
            CounterpartyBank = Value(Part.Bank),
            EndToEndId = Value(Part.EndToEnd),
            MandateId = Value(Part.Mandate),
            Claims = claim.Length == 0 ? [] : [new RemittanceClaim { StructuredReference = claim }],
        };
    }

    private static List<(int At, int End, Part Part)> MarksOf(string text)
    {
        var marks = new List<(int, int, Part)>();
        for (var i = 0; i < text.Length; i++)
        {
            if (i > 0 && text[i - 1] is not (' ' or '/' or ';')) continue;
            foreach (var (label, part) in Labels)
                if (string.CompareOrdinal(text, i, label, 0, label.Length) == 0)
                {
                    marks.Add((i, i + label.Length, part));
                    i += label.Length - 1;
                    break;
                }
        }
        return marks;
    }
}
