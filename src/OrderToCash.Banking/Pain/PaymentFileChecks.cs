namespace OrderToCash.Banking;

/// <summary>The checks that both payment files share; findings are gathered.</summary>
internal sealed class PaymentFileChecks
{
    private const long MostCents = 99_999_999_999;

    private readonly List<DomainError> findings = [];
    private readonly HashSet<(string Kind, string Reference)> seen = [];

    public EquatableArray<DomainError> Findings => [.. findings];

    public void Add(DomainError finding) => findings.Add(finding);

    public void Header(string messageId, string sender, int transactions)
    {
        Reference(messageId, "messageId", unique: null);
        if (SepaText.Of(sender, 70).Length == 0) findings.Add(PaymentFileErrors.NameMissing.At("sender"));
        if (transactions == 0) findings.Add(PaymentFileErrors.Empty.With());
    }

    public void Reference(string reference, string at, string? unique)
    {
        if (!SepaText.IsReference(reference, 35))
            findings.Add(PaymentFileErrors.ReferenceInvalid.At(at, ("reference", reference)));
        else if (unique is not null && !seen.Add((unique, reference)))
            findings.Add(PaymentFileErrors.ReferenceTwice.At(at, ("reference", reference), ("kind", unique)));
    }

    public void Account(SepaAccount account, string at)
    {
        if (SepaText.Of(account.Name, 70).Length == 0) findings.Add(PaymentFileErrors.NameMissing.At(at + ".name"));
        if (account.Iban.IsNone)
            findings.Add(PaymentFileErrors.AccountInvalid.At(at + ".iban", ("name", account.Name), ("what", "it has no IBAN")));
        if (account.Bic.Length > 0 && !IsBic(account.Bic))
            findings.Add(PaymentFileErrors.AccountInvalid.At(at + ".bic",
                ("name", account.Name), ("what", $"'{account.Bic}' is no BIC")));
    }

    public void Amount(Money amount, string at)
    {
        if (amount.Currency != Currency.Eur || amount.MinorUnits is <= 0 or > MostCents)
            findings.Add(PaymentFileErrors.AmountInvalid.At(at, ("amount", amount)));
    }

    // ISO 9362: four letters or digits, two letters of the country, two, and three of the branch or none.
    private static bool IsBic(string text) => text.Length is 8 or 11
        && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c))
        && char.IsAsciiLetter(text[4]) && char.IsAsciiLetter(text[5]);
}
