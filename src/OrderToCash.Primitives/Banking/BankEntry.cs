namespace OrderToCash.Primitives;

/// <summary>One movement on a bank account: an entry of a statement, or one transaction of a batch. Format-neutral.</summary>
public sealed record BankEntry
{
    /// <summary>The account it is on: an IBAN without blanks, or the bank's own number.</summary>
    public required string Account { get; init; }

    /// <summary>
    /// The number of our own that the money was sent to, where it is not the account it is on: a virtual IBAN, given to one
    /// customer. Empty when the bank gives none.
    /// </summary>
    public string VirtualAccount { get; init => field = value ?? ""; } = "";

    /// <summary>
    /// What makes it the same line when it is read again: the bank's reference, else a hash of the text, with date and amount - a
    /// reference that comes back on another day or with another amount is another line - and the number of the occurrence in its
    /// statement.
    /// </summary>
    public required string Identity { get; init; }

    /// <summary>The booking date.</summary>
    public required LocalDate BookedOn { get; init; }

    /// <summary>The value date; null when the bank gives none.</summary>
    public LocalDate? ValueOn { get; init; }

    /// <summary>Money in above zero, money out below.</summary>
    public required Money Amount { get; init; }

    /// <summary>True when the bank takes an earlier entry back (a returned collection, a recalled transfer).</summary>
    public bool IsReversal { get; init; }

    /// <summary>The reason of a return (ISO 20022 ExternalReturnReason1Code, such as AM04); empty when there is none.</summary>
    public string ReturnReason { get; init => field = value ?? ""; } = "";

    /// <summary>The end-to-end id; empty for NOTPROVIDED.</summary>
    public string EndToEndId { get; init => field = value ?? ""; } = "";

    /// <summary>The mandate of a collection; empty when there is none.</summary>
    public string MandateId { get; init => field = value ?? ""; } = "";

    /// <summary>The reference that the account's owner gave the order; empty when there is none.</summary>
    public string CustomerReference { get; init => field = value ?? ""; } = "";

    /// <summary>
    /// What kind of transaction it is, in the format's own code: ISO 20022 <c>PMNT/RCDT/ESCT</c>, SWIFT <c>NTRF+166</c>, BAI2
    /// <c>165</c>; empty when the bank gives none.
    /// </summary>
    public string TransactionCode { get; init => field = value ?? ""; } = "";

    /// <summary>The bank's reference of the transaction.</summary>
    public string BankReference { get; init => field = value ?? ""; } = "";

    /// <summary>The other side's name.</summary>
    public string CounterpartyName { get; init => field = value ?? ""; } = "";

    /// <summary>The other side's account: an IBAN without blanks, or the bank's own number.</summary>
    public string CounterpartyAccount { get; init => field = value ?? ""; } = "";

    /// <summary>The other side's bank: its BIC, else its number; empty when not stated.</summary>
    public string CounterpartyBank { get; init => field = value ?? ""; } = "";

    /// <summary>The other side's address in one line, as far as the bank gives it; empty when it does not.</summary>
    public string CounterpartyAddress { get; init => field = value ?? ""; } = "";

    /// <summary>The text the payer wrote, lines joined by a blank.</summary>
    public string RemittanceText { get; init => field = value ?? ""; } = "";

    /// <summary>What the payer says in structured form.</summary>
    public EquatableArray<RemittanceClaim> Claims { get; init; }

    /// <summary>What was ordered, where it differs from what was booked: another currency, or before charges; null when not
    /// stated.</summary>
    public Money? InstructedAmount { get; init; }

    /// <summary>The rate the bank converted by; null when it converted nothing or does not say.</summary>
    public ExchangeRate? Rate { get; init; }

    /// <summary>What the bank kept back; zero when nothing.</summary>
    public Money Charges { get; init; }

    /// <summary>
    /// What the bank itself says of the entry, beside the text of the payer: the kind of transaction in words, why it came back;
    /// empty when nothing.
    /// </summary>
    public string BankText { get; init => field = value ?? ""; } = "";

    /// <summary>
    /// How many transactions the bank booked in this one sum without giving them: they come in a notification of their own.
    /// Zero for an entry that is one transaction.
    /// </summary>
    public int BatchedTransactions { get; init; }

    /// <summary>Without names and texts, accounts masked: <c>2010-12-01 12.50 EUR on DE89**************3000</c>.</summary>
    public override string ToString() =>
        $"{NodaTime.Text.LocalDatePattern.Iso.Format(BookedOn)} {Amount} on {Mask.Middle(Account, 4, 4)}"
        + (CounterpartyAccount.Length == 0 ? "" : $" from {Mask.Middle(CounterpartyAccount, 4, 4)}");
}
