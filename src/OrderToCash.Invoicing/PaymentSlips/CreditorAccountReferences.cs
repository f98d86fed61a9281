using System.Globalization;

namespace OrderToCash.Invoicing;

public sealed partial record CreditorAccount
{
    private const int MaxCustomerDigits = 20;

    /// <summary>
    /// The account for invoices of a legal entity in a currency: the first for that currency, else the first for any. Refused
    /// with <see cref="CreditorAccountErrors.NotFound"/>.
    /// </summary>
    public static Result<CreditorAccount> Choose(
        IEnumerable<CreditorAccount> accounts, LegalEntityId legalEntity, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        CreditorAccount? any = null;
        foreach (var account in accounts)
        {
            if (account.LegalEntity != legalEntity) continue;
            if (account.Currency == currency) return Result.Success(account);
            if (account.Currency is null) any ??= account;
        }
        return any is null
            ? Result.Failure<CreditorAccount>(CreditorAccountErrors.NotFound.With(
                ("legalEntity", legalEntity), ("currency", currency)))
            : Result.Success(any);
    }

    /// <summary>
    /// All that is wrong with it: <see cref="CreditorAccountErrors.IbanMissing"/>,
    /// <see cref="CreditorAccountErrors.SchemeUnknown"/>, <see cref="CreditorAccountErrors.SchemeMismatch"/>,
    /// <see cref="CreditorAccountErrors.PartInvalid"/>.
    /// </summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        if (Iban.IsNone) findings.Add(CreditorAccountErrors.IbanMissing.At("iban"));
        if (Scheme.Length > 0 && !ReferenceSchemes.TryFind(Scheme, out _))
            findings.Add(CreditorAccountErrors.SchemeUnknown.At("scheme", ("scheme", Scheme)));
        if (!Iban.IsNone && IsQrIban != (Scheme == ReferenceSchemes.SwissQr.Code))
            findings.Add(CreditorAccountErrors.SchemeMismatch.At("scheme", ("scheme", Scheme)));
        if (!Prefix.All(char.IsAsciiLetterOrDigit)) Invalid("prefix", "prefix", Prefix);
        if (Source == ReferenceSource.CustomerAndInvoice && CustomerDigits is < 1 or > MaxCustomerDigits)
            Invalid("customerDigits", "width", CustomerDigits);
        for (var i = 0; i < Series.Count; i++)
        {
            var series = Series[i];
            if (series.Letters.Length == 0 || !series.Letters.All(char.IsAsciiLetter))
                Invalid($"series[{i}].letters", "series", series.Letters);
            if (series.Digits.Length == 0 || !series.Digits.All(char.IsAsciiDigit))
                Invalid($"series[{i}].digits", "digits", series.Digits);
            if (Series.FindIndex(s => Meets(s, series)) < i) Invalid($"series[{i}]", "series of its own", series.Letters);
        }
        return [.. findings];

        // Digits that begin with those of another series could be read as its own.
        static bool Meets(ReferenceSeries one, ReferenceSeries other) =>
            one.Letters.Equals(other.Letters, StringComparison.OrdinalIgnoreCase)
            || one.Digits.StartsWith(other.Digits, StringComparison.Ordinal)
            || other.Digits.StartsWith(one.Digits, StringComparison.Ordinal);

        void Invalid(string target, string part, object value) =>
            findings.Add(CreditorAccountErrors.PartInvalid.At(target, ("value", value), ("part", part)));
    }

    /// <summary>
    /// The reference of an invoice, canonical and checked; the same for the same numbers, and empty for an account without
    /// scheme. Numbers of one series never share a reference unless the source is the customer alone: a number that would
    /// lose a letter or a digit is refused. Refused with all of <see cref="Check"/>, with
    /// <see cref="CreditorAccountErrors.NumberDoesNotFit"/>, <see cref="CreditorAccountErrors.SeriesUnknown"/>.
    /// </summary>
    /// <param name="number">The invoice's number.</param>
    /// <param name="customer">The customer's number.</param>
    public Result<string> ReferenceFor(InvoiceNumber number, CustomerId customer)
    {
        var findings = Check();
        if (!findings.IsEmpty) return Result.Failure<string>(findings);
        if (Scheme.Length == 0) return Result.Success("");
        var scheme = ReferenceSchemes.ByCode(Scheme);
        var takesLetters = scheme.Make("A").IsSuccess;
        var invoice = Part(number.Value, takesLetters, Series);
        if (Source == ReferenceSource.InvoiceNumber) return invoice.Bind(body => Made(scheme, body, number.Value));
        var buyer = Part(customer.Value, takesLetters, default);
        if (Source == ReferenceSource.Customer) return buyer.Bind(body => Made(scheme, body, customer.Value));
        return Result.All([buyer, invoice]).Bind(parts => parts[0].Length > CustomerDigits
            ? Misfit(customer.Value, $"the customer has more than {CustomerDigits.ToString(CultureInfo.InvariantCulture)} signs")
            : Made(scheme, parts[0].PadLeft(CustomerDigits, '0') + parts[1], $"{customer} {number}"));
    }

    private Result<string> Made(IReferenceScheme scheme, string body, string number)
    {
        var whole = Prefix.ToUpperInvariant() + body;
        var made = scheme.Make(whole);
        if (!made.IsSuccess) return Misfit(number, $"it takes {made.Errors[0].Fact("shape")}");
        return scheme.IsValid(made.Value) && made.Value.Contains(whole.TrimStart('0'), StringComparison.Ordinal)
            ? made
            : Misfit(number, "signs would be lost");
    }

    // Signs between letters and digits mean nothing. Letters in front are the series; letters further back tell numbers apart.
    private Result<string> Part(string text, bool takesLetters, EquatableArray<ReferenceSeries> series)
    {
        var signs = string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        if (text.Any(c => !char.IsAscii(c) && char.IsLetterOrDigit(c))) return Misfit(text, "it has letters beyond A to Z");
        if (takesLetters) return signs.Length == 0 ? Misfit(text, "it has neither letters nor digits") : Result.Success(signs);
        var digits = signs.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]);
        if (digits.Length == 0) return Misfit(text, "it has no digits");
        if (!digits.All(char.IsAsciiDigit)) return Misfit(text, "letters behind the first digit would be lost");
        if (series.IsEmpty) return Result.Success(digits);
        var letters = signs[..^digits.Length];
        var index = series.FindIndex(s => s.Letters.Equals(letters, StringComparison.OrdinalIgnoreCase));
        return index < 0
            ? Result.Failure<string>(CreditorAccountErrors.SeriesUnknown.At("number", ("number", text)))
            : Result.Success(series[index].Digits + digits);
    }

    private Result<string> Misfit(string number, string reason) => Result.Failure<string>(
        CreditorAccountErrors.NumberDoesNotFit.At("number", ("scheme", Scheme), ("number", number), ("reason", reason)));
}
