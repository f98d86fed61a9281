namespace OrderToCash.Banking;

/// <summary>What information records say.</summary>
internal enum CodaInformation
{
    /// <summary>Nothing that is read.</summary>
    Other,

    /// <summary>Words.</summary>
    Text,

    /// <summary>The other side: name, street, town (structured communication 001).</summary>
    Party,
}

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

    public string Bank { get; set; } = "";

    public string Address { get; set; } = "";

    public string Information { get; set; } = "";

    /// <summary>What the last record 3.1 began and the next ones go on with.</summary>
    public CodaInformation Going { get; set; }

    public bool IsDetail => Detail != "0000";

    /// <summary>1 to 5 where it takes another movement back: reject, return, refund, reversal, cancellation.</summary>
    public char ReturnKind { get; set; } = ' ';

    /// <summary>What it was before charges, in the account's currency; null when its details do not say.</summary>
    public Money? Gross { get; set; }

    /// <summary>The entry; its identity is still to be made.</summary>
    public BankEntry Entry(string account)
    {
        var message = CodaMessage.Of(IsStructured, Communication, Amount.Currency);
        var reason = ReturnReason.Length > 0 ? ReturnReason : message.ReturnReason;
        var ordered = message.Ordered is { } original && original != Amount.Abs() ? original
            : Gross is { } gross && gross != Amount.Abs() ? gross : (Money?)null;
        return new()
        {
            Account = account,
            Identity = "",
            BookedOn = BookedOn,
            ValueOn = ValueOn,
            Amount = Amount,
            IsReversal = reason.Length > 0 || message.IsReturn || ReturnKind is >= '1' and <= '5' || IsReturnByCode,
            ReturnReason = reason,
            TransactionCode = Code,
            BankReference = BankReference,
            EndToEndId = SwiftText.Reference(CustomerReference),
            CustomerReference = SwiftText.Reference(CustomerReference),
            MandateId = message.Mandate,
            CounterpartyName = Name,
            CounterpartyAccount = Account,
            CounterpartyBank = Bank,
            CounterpartyAddress = Address,
            RemittanceText = string.Join(' ', new[] { message.Text, Information }.Where(t => t.Length > 0)),
            Claims = message.Claims,
            InstructedAmount = ordered,
            Rate = BankRates.Of(message.Rate, ordered, Amount, BookedOn),
            Charges = Charges(),
        };
    }

    // Family 05, direct debits: 03 unpaid, 05 and 54 reimbursed, 58 reversed.
    private bool IsReturnByCode => Code.Length >= 5 && Code[1..3] == "05" && Code[3..5] is ("03" or "05" or "54" or "58");

    // What was kept back of money that came in, and what was added to money that went out.
    private Money Charges()
    {
        if (Gross is not { } gross) return Money.Zero(Amount.Currency);
        var kept = Amount.IsNegative ? Amount.Abs() - gross : gross - Amount;
        return kept.IsPositive ? kept : Money.Zero(Amount.Currency);
    }
}
