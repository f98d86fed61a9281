namespace OrderToCash.Banking;

/// <summary>A movement while its records come: 2.1 to 2.3, then the information records 3.1 to 3.3.</summary>
internal sealed class CodaMovement
{
    public required int Line { get; init; }

    public required string Sequence { get; init; }

    /// <summary>0000 is the movement, higher ones are details of it.</summary>
    public required string Detail { get; init; }

    public required Money Amount { get; init; }

    public required LocalDate BookedOn { get; init; }

    public LocalDate? ValueOn { get; init; }

    /// <summary>Type, family, transaction, category.</summary>
    public required string Code { get; init; }

    public required bool IsStructured { get; init; }

    public required string BankReference { get; init; }

    public string Communication { get; set; } = "";

    public string CustomerReference { get; set; } = "";

    public string ReturnReason { get; set; } = "";

    public string Account { get; set; } = "";

    public string Name { get; set; } = "";

    public string Information { get; set; } = "";

    public bool IsDetail => Detail != "0000";

    /// <summary>The entry; its identity is still to be made.</summary>
    public BankEntry Entry(string account)
    {
        var (text, claims, mandate) = Meaning();
        return new()
        {
            Account = account,
            Identity = "",
            BookedOn = BookedOn,
            ValueOn = ValueOn,
            Amount = Amount,
            IsReversal = ReturnReason.Length > 0,
            ReturnReason = ReturnReason,
            TransactionCode = Code,
            BankReference = BankReference,
            EndToEndId = SwiftText.Reference(CustomerReference),
            CustomerReference = SwiftText.Reference(CustomerReference),
            MandateId = mandate,
            CounterpartyName = Name,
            CounterpartyAccount = Account,
            RemittanceText = string.Join(' ', new[] { text, Information }.Where(t => t.Length > 0)),
            Claims = claims,
            Charges = Money.Zero(Amount.Currency),
        };
    }

    // A structured communication begins with its kind: 101 and 102 are payment references (OGM), 127 a collection.
    private (string Text, EquatableArray<RemittanceClaim> Claims, string Mandate) Meaning()
    {
        if (!IsStructured || Communication.Length < 3) return (Tidy(Communication), [], "");
        var (kind, rest) = (Communication[..3], Communication[3..]);
        if (kind is "101" or "102" && rest.Length >= 12 && rest[..12].All(char.IsAsciiDigit))
            return (Tidy(rest[12..]), [new RemittanceClaim { StructuredReference = rest[..12] }], "");
        if (kind == "127" && rest.Length >= 79)
        {
            var text = rest.PadRight(141);
            return (Tidy(text[79..141]), [], text[44..79].Trim());
        }
        return (Tidy(rest), [], "");
    }

    private static string Tidy(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
