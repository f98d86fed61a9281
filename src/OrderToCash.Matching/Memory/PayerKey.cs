using System.Text.Json.Serialization;

namespace OrderToCash.Matching;

/// <summary>What a payer is known again by: an account, a name or a reference, without blanks, signs and case.</summary>
public readonly record struct PayerKey : IComparable<PayerKey>
{
    /// <summary>Which of the three.</summary>
    public required PayerKeyKind Kind { get; init; }

    /// <summary>Letters and digits, in upper case.</summary>
    public required string Text { get => field ?? ""; init; }

    /// <summary>True when there is nothing to know anybody by.</summary>
    [JsonIgnore]
    public bool IsNone => Text.Length == 0;

    /// <summary>The key of an account: an IBAN or the bank's own number.</summary>
    public static PayerKey Account(string account) => Of(PayerKeyKind.Account, account);

    /// <summary>The key of a name as banks show it.</summary>
    public static PayerKey Name(string name) => Of(PayerKeyKind.Name, name);

    /// <summary>The key of a mandate or a remitter id.</summary>
    public static PayerKey Reference(string reference) => Of(PayerKeyKind.Reference, reference);

    /// <summary>What a payment shows of its payer: account and name, as far as they are there.</summary>
    public static EquatableArray<PayerKey> Of(IncomingPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        return new[] { Account(payment.CounterpartyAccount), Name(payment.CounterpartyName), Reference(payment.PayerReference) }
            .Where(key => !key.IsNone).ToEquatableArray();
    }

    /// <summary>Orders by kind, then by the text's code points.</summary>
    public int CompareTo(PayerKey other) =>
        Kind != other.Kind ? Kind.CompareTo(other.Kind) : string.CompareOrdinal(Text, other.Text);

    /// <summary><c>account/DE89370400440532013000</c>.</summary>
    public override string ToString() => $"{Kind.ToString().ToLowerInvariant()}/{Text}";

    private static PayerKey Of(PayerKeyKind kind, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new() { Kind = kind, Text = PayerDirectory.Canonical(text) };
    }
}
