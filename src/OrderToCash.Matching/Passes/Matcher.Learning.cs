namespace OrderToCash.Matching;

/// <summary>
/// Who pays from an account, or under a name, as payments of this run prove that named their items and paid them exactly.
/// What amounts decided proves nothing, nor does money at a number that is given to a customer: anybody may send it there.
/// </summary>
internal sealed partial class Matcher
{
    private const int ProofsOfName = 2;
    private const int ProofsOfAccount = 3;

    private void LearnPayers()
    {
        if (!policy.LearnsPayers) return;
        var (accounts, names) = (new Proofs(), new Proofs());
        foreach (var i in pending.AsSpan())
        {
            if (rows[i].IsDecided || rows[i].Trust >= PayerTrust.Account) continue;
            accounts.Ask(payments.Account(i));
            names.Ask(payments.Name(i));
        }
        if (accounts.IsEmpty && names.IsEmpty) return;
        for (var i = 0; i < payments.Count; i++)
        {
            ref readonly var row = ref rows[i];
            if (!IsProof(row) || !payers.PaidTo(payments.ReceivingAccount(i)).IsEmpty) continue;
            var customer = book.Sources[settled[row.AllotStart].Item].Customer;
            if (row.Trust < PayerTrust.Account) accounts.Add(payments.Account(i), customer);
            names.Add(payments.Name(i), customer);
        }
        foreach (var i in pending.AsSpan())
        {
            ref var row = ref rows[i];
            if (row.IsDecided || row.Trust >= PayerTrust.Account) continue;
            if (accounts.Find(payments.Account(i)) is { Count: > 0 } account)
                Learn(ref row, account, account.Count >= ProofsOfAccount ? PayerTrust.Account : PayerTrust.Learned);
            else if (names.Find(payments.Name(i)) is { IsOne: true, Count: >= ProofsOfName } name)
                Learn(ref row, name, PayerTrust.Learned);
        }
    }

    private void Learn(ref PaymentState row, Proof proof, PayerTrust trust)
    {
        (row.PayerStart, row.PayerCount, row.Trust, row.IsPayerLearned) = (payerScopes.Count, 0, trust, true);
        AddScopes(ref row, proof.Customers);
    }

    private bool IsProof(in PaymentState row)
    {
        if (row.Outcome != MatchOutcome.Full || row.AllotCount == 0) return false;
        foreach (ref readonly var allot in settled.AsSpan(row.AllotStart, row.AllotCount))
            if (allot.Kind is not (EvidenceKind.StructuredReference or EvidenceKind.Claim or EvidenceKind.DocumentNumber
                or EvidenceKind.OtherNumber))
                return false;
        return true;
    }

    /// <summary>Customers in order of their ids, and how many payments prove them.</summary>
    private sealed class Proof
    {
        public const int MaxCustomers = 8;

        private readonly SortedSet<CustomerId> customers = [];

        public int Count { get; private set; }

        public bool IsOne => customers.Count == 1;

        public CustomerId[] Customers => customers.Count > MaxCustomers ? [] : [.. customers];

        public void Add(CustomerId customer)
        {
            Count++;
            if (customers.Count <= MaxCustomers) customers.Add(customer);
        }
    }

    private sealed class Proofs
    {
        private readonly Dictionary<string, Proof> byText = new(StringComparer.Ordinal);

        public bool IsEmpty => byText.Count == 0;

        /// <summary>Somebody wants to know: the others are not kept.</summary>
        public void Ask(string text)
        {
            if (text.Length > 0 && !byText.ContainsKey(text)) byText.Add(text, new());
        }

        public void Add(string text, CustomerId customer) => byText.GetValueOrDefault(text)?.Add(customer);

        public Proof? Find(string text) => byText.GetValueOrDefault(text);
    }
}
