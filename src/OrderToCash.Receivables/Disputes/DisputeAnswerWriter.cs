using System.Text;

namespace OrderToCash.Receivables;

/// <summary>
/// Prepares the answer to a claim from what was found. Amounts and dates are invariant; the same case, the same text.
/// </summary>
public static class DisputeAnswerWriter
{
    /// <summary>
    /// Writes the answer that fits where the case stands. Refuses <c>dispute.answer-text-missing</c> and
    /// <c>dispute.answer-field-unknown</c>, all findings at once.
    /// </summary>
    /// <param name="claim">The case.</param>
    /// <param name="sender">Who signs: the seller's name.</param>
    /// <param name="language">The customer's language, as BCP 47 writes it.</param>
    /// <param name="texts">The wordings.</param>
    public static Result<DisputeAnswer> Write(DisputeCase claim, string sender, string language, DisputeTexts texts)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(texts);
        var (outcome, zero) = (OutcomeOf(claim), Money.Zero(claim.Currency));
        if (texts.TextFor(outcome, language) is not { } text)
            return Result.Failure<DisputeAnswer>(
                DisputeErrors.AnswerTextMissing.With(("outcome", outcome), ("language", language)));
        var owed = outcome == DisputeOutcome.Received ? zero : claim.Disputed - claim.ValidAmount;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["dispute"] = claim.Id.Value,
            ["document"] = claim.DocumentNumber,
            ["reference"] = claim.CustomerReference,
            ["claimed"] = claim.Disputed.ToString(),
            ["accepted"] = claim.ValidAmount.ToString(),
            ["owed"] = owed.ToString(),
            ["explanation"] = claim.Finding?.Explanation ?? "",
            ["decisionDue"] = NodaTime.Text.LocalDatePattern.Iso.Format(claim.Clock.DecisionDueOn),
            ["sender"] = sender,
        };
        var findings = new List<DomainError>();
        var (subject, body) = (Fill(text.Subject, "subject", fields, findings), Fill(text.Body, "body", fields, findings));
        return Result.Validated(new DisputeAnswer
        {
            Dispute = claim.Id, Outcome = outcome, Claimed = claim.Disputed, Accepted = claim.ValidAmount, Owed = owed,
            Language = text.Language, Subject = subject, Text = body,
        }, findings);
    }

    private static DisputeOutcome OutcomeOf(DisputeCase claim) => claim switch
    {
        { Status: DisputeStatus.Withdrawn } => DisputeOutcome.Withdrawn,
        { IsUndecided: true } => DisputeOutcome.Received,
        { ValidAmount.IsZero: true } => DisputeOutcome.Refused,
        _ => claim.ValidAmount == claim.Disputed ? DisputeOutcome.Accepted : DisputeOutcome.PartlyAccepted,
    };

    private static string Fill(string text, string target, Dictionary<string, string> fields, List<DomainError> findings)
    {
        var filled = new StringBuilder();
        var at = 0;
        while (text.IndexOf("{{", at, StringComparison.Ordinal) is var open and >= 0
            && text.IndexOf("}}", open, StringComparison.Ordinal) is var close and >= 0)
        {
            var name = text[(open + 2)..close].Trim();
            if (!fields.TryGetValue(name, out var value))
                findings.Add(DisputeErrors.AnswerFieldUnknown.At(target, ("field", name)));
            // A field that is empty leaves one blank, not two.
            var before = value is "" && filled.Length > 0 && open > at && text[open - 1] == ' ' ? open - 1 : open;
            filled.Append(text, at, before - at).Append(value);
            at = close + 2;
        }
        return filled.Append(text, at, text.Length - at).ToString().Replace("\n\n", "\n", StringComparison.Ordinal);
    }
}
