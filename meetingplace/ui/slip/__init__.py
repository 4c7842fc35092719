"""The referral slip, over any screen: for whom, in which language, and the very paper."""
