using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OrderToCash.Matching;

/// <summary>
/// Payments in, allocations out. Passes run from strong evidence to weak over all payments, so weak evidence never touches
/// what strong evidence took; a tie is a suggestion, never a guess. Pure: the same input in any order gives the same
/// decisions, and nothing is booked.
/// </summary>
public static class MatchingEngine
{
    private const int MostThreads = 64;

    /// <summary>Decides every payment. The work is bounded by the policy's steps whatever the texts and amounts are.</summary>
    /// <param name="book">The open items of the legal entity the money arrived at.</param>
    /// <param name="payments">The payments, in any order, of any currency; those of a currency without items are not
    /// identified.</param>
    /// <param name="policy">What is applied by itself and what is tolerated.</param>
    /// <param name="payers">Who pays from which account; nobody is known when it is missing.</param>
    /// <param name="rates">Rates for payments in another currency than their items; nothing is converted without.</param>
    /// <param name="degreeOfParallelism">How many threads may work at once, from 1 to 64; the decisions are the same.</param>
    /// <exception cref="ArgumentException">The policy has findings (<see cref="MatchingPolicy.Check"/>), or two payments have
    /// the same id.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Not 1 to 64 threads.</exception>
    public static MatchRun Match(OpenItemBook book, IEnumerable<IncomingPayment> payments, MatchingPolicy policy,
        PayerDirectory? payers = null, ForeignRates? rates = null, int degreeOfParallelism = 1)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(payments);
        ArgumentNullException.ThrowIfNull(policy);
        Check(policy, degreeOfParallelism);
        var objects = new PaymentObjects(payments as IncomingPayment[] ?? payments.ToArray());
        using var matcher = new Matcher(book, objects, policy, payers ?? PayerDirectory.Empty, rates, degreeOfParallelism);
        return matcher.Run(objects);
    }

    /// <summary>
    /// Decides every row and hands the decisions to a sink: the same decisions as over objects, without their alternatives, and
    /// without an allocation per payment.
    /// </summary>
    /// <param name="book">The open items of the legal entity the money arrived at.</param>
    /// <param name="payments">The payments, in any order; read where they are, so that nobody may write there during the
    /// call.</param>
    /// <param name="policy">What is applied by itself and what is tolerated.</param>
    /// <param name="payers">Who pays from which account; nobody is known when it is missing.</param>
    /// <param name="sink">Takes one decision for every row, in their order.</param>
    /// <param name="degreeOfParallelism">How many threads may work at once, from 1 to 64; the decisions are the same, and
    /// the sink is called by one.</param>
    /// <param name="rates">Rates for payments in another currency than their items; nothing is converted without.</param>
    /// <exception cref="ArgumentException">The policy has findings, or two rows have the same number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Not 1 to 64 threads.</exception>
    public static unsafe void Match<TSink>(OpenItemBook book, ReadOnlySpan<PaymentRow> payments, MatchingPolicy policy,
        PayerDirectory? payers, ref TSink sink, int degreeOfParallelism = 1, ForeignRates? rates = null)
        where TSink : IMatchSink, allows ref struct
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(policy);
        Check(policy, degreeOfParallelism);
        fixed (byte* first = &Unsafe.As<PaymentRow, byte>(ref MemoryMarshal.GetReference(payments)))
        {
            var columns = new PaymentColumns(new(first), payments.Length);
            using var matcher = new Matcher(book, columns, policy, payers ?? PayerDirectory.Empty, rates, degreeOfParallelism);
            matcher.Run(columns, ref sink);
        }
    }

    private static void Check(MatchingPolicy policy, int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1, "degreeOfParallelism");
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threads, MostThreads, "degreeOfParallelism");
        var findings = policy.Check();
        if (!findings.IsEmpty)
            throw new ArgumentException($"The policy can't be used: {string.Join("; ", findings)}", nameof(policy));
    }
}
